import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=9, unique=True)),
                ('name_en', models.CharField(max_length=120)),
                ('name_cy', models.CharField(max_length=120)),
                ('nation', models.CharField(choices=[('wales', 'wales'), ('england', 'england')], max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ward', 'ward'), ('lsoa', 'lsoa'), ('msoa', 'msoa')], max_length=4)),
                ('code', models.CharField(max_length=9)),
                ('name_en', models.CharField(max_length=120)),
                ('name_cy', models.CharField(max_length=120)),
                ('residents', models.PositiveIntegerField(null=True)),
                ('aged_65_plus', models.PositiveIntegerField(null=True)),
                ('disabled', models.PositiveIntegerField(null=True)),
                ('deprivation_decile', models.PositiveSmallIntegerField(null=True)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='places.area')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'kind', 'code'), name='area_once')],
            },
        ),
        migrations.CreateModel(
            name='Patch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40)),
                ('name_en', models.CharField(max_length=120)),
                ('name_cy', models.CharField(max_length=120)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='patches', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'code'), name='patch_once')],
            },
        ),
        migrations.CreateModel(
            name='PatchArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='patch_link', to='places.area')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('patch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='places.patch')),
            ],
        ),
        migrations.AddField(
            model_name='patch',
            name='areas',
            field=models.ManyToManyField(related_name='patches', through='places.PatchArea', to='places.area'),
        ),
    ]
