import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        ('access', '__first__'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('provider', 'provider'), ('neighbourhood', 'neighbourhood')], max_length=24)),
                ('name_en', models.CharField(max_length=120)),
                ('name_cy', models.CharField(max_length=120)),
                ('origin', models.CharField(choices=[('real', 'real'), ('published', 'published'), ('synthetic', 'synthetic')], default='real', max_length=24)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('patch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.patch')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['provider', 'neighbourhood'])), name='team_kind'), models.UniqueConstraint(fields=('council', 'organisation', 'name_en'), name='team_once'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', True)), fields=('council', 'name_en'), name='team_of_no_organisation_once')],
            },
        ),
        migrations.CreateModel(
            name='Worker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('job', models.CharField(max_length=80)),
                ('speaks_welsh', models.BooleanField(default=False)),
                ('origin', models.CharField(choices=[('real', 'real'), ('published', 'published'), ('synthetic', 'synthetic')], default='real', max_length=24)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='teams.team')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='teams.worker')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('team', 'worker', 'starts'), name='team_member_once')],
            },
        ),
    ]
